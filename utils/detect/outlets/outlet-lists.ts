import { agencies } from './lists/agencies.ts';
import { broadcasters } from './lists/broadcasters.ts';
import { courts } from './lists/courts.ts';
import { europeanUnion } from './lists/european-union.ts';
import { factCheckers } from './lists/fact-checkers.ts';
import { governments } from './lists/governments.ts';
import { intergovernmental } from './lists/intergovernmental.ts';
import { journals } from './lists/journals.ts';
import { magazines } from './lists/magazines.ts';
import { newspapersDe } from './lists/newspapers-de.ts';
import { newspapersEs } from './lists/newspapers-es.ts';
import { newspapersFr } from './lists/newspapers-fr.ts';
import { newspapersUk } from './lists/newspapers-uk.ts';
import { newspapersUs } from './lists/newspapers-us.ts';
import { newspapersWorld } from './lists/newspapers-world.ts';
import { ngos } from './lists/ngos.ts';
import { onlineMedia } from './lists/online-media.ts';
import { parliaments } from './lists/parliaments.ts';
import { platforms } from './lists/platforms.ts';
import { referenceWorks } from './lists/reference-works.ts';
import { thinkTanks } from './lists/think-tanks.ts';
import { unitedNations } from './lists/united-nations.ts';
import type { Outlet } from './outlet.ts';

/** Every list of outlets; a list counts once it stands here (a test reads the folder). */
export const outletLists: Outlet[][] = [
  agencies,
  newspapersUs,
  newspapersUk,
  newspapersDe,
  newspapersFr,
  newspapersEs,
  newspapersWorld,
  broadcasters,
  magazines,
  onlineMedia,
  factCheckers,
  governments,
  parliaments,
  courts,
  unitedNations,
  intergovernmental,
  europeanUnion,
  ngos,
  thinkTanks,
  journals,
  platforms,
  referenceWorks,
];
