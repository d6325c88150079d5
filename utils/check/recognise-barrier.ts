import type { PageText } from '../domain/page-text.ts';
import type { SourceProblem } from '../domain/source-problem.ts';

/** What stands between a reader and the words. `partial`: some of the text is there all the same, and can be searched. */
export interface Barrier {
  problem: Extract<SourceProblem, 'paywall' | 'robot-wall' | 'consent' | 'scripts-only' | 'empty' | 'not-found'>;
  partial: boolean;
}

/** A page with less text (UTF-16 units) than this is a wall rather than an article that speaks of one. The shortest of 118 articles measured has 1,956. */
const WALL_CHARACTERS = 1_000;
/** Where a teaser ends: the demand to pay stands after the text that is free, so it is looked for everywhere in shorter pages only. */
const TEASER_CHARACTERS = 12_000;

const ROBOT =
  /\b(?:are you (?:a )?(?:human|robot)|you are (?:a )?human|not a robot|checking your browser|captcha|unusual (?:traffic|activity)|enable javascript and cookies|just a moment\.{3}|attention required|pardon our interruption|request (?:was |has been )?blocked|access (?:to this page (?:has been|is) )?denied|security check|(?:kein|ein) Roboter|ungewöhnlichen? (?:Datenverkehr|Aktivität)|Zugriff verweigert|pas un robot|accès (?:refusé|interdit)|no (?:soy|eres|es) un robot|acceso denegado)/i;
const CONSENT =
  /\b(?:before you continue|we (?:value|care about) your privacy|(?:accept|agree to|manage|reject) (?:all )?(?:cookies|the use)|accept all|cookie (?:consent|settings|preferences)|bevor (?:Sie|du) (?:fortfahren|weitergehst)|alle (?:Cookies )?akzeptieren|Zustimmung (?:verwalten|zur)|mit Werbung (?:und Tracking )?(?:lesen|weiterlesen)|tout accepter|avant (?:de continuer|d[’']accéder)|aceptar (?:todo|todas|y continuar)|antes de continuar)/i;
const SCRIPTS =
  /\b(?:(?:enable|requires?|turn on|need to (?:enable|run)|activate) javascript|javascript (?:is (?:disabled|required|not enabled)|to (?:view|run|use))|javascript (?:aktivieren|einschalten|ist deaktiviert)|(?:activer|activez) javascript|(?:activar|active|habilit\w+) javascript)/i;
const PAY =
  /\b(?:subscribe (?:now )?to (?:continue|keep|read)|(?:continue|keep) reading (?:with|by|for)|(?:sign|log) ?in (?:or subscribe )?to (?:continue|keep) reading|already (?:a subscriber|subscribed)|(?:this|the full) (?:article|story|content) is (?:only (?:available )?(?:for|to)|for|available (?:only )?to|reserved for) (?:\w+ )?(?:subscribers|members)|subscriber[- ](?:only|exclusive)|unlock this article|nur für Abonnent\w*|(?:jetzt|mit) (?:\S+ )?(?:Abo|abonnieren|Plus)(?: \S+)? (?:weiter)?lesen|weiterlesen mit|exklusiv für Abonnent\w*|(?:réservé|accessible) aux abonnés|il vous reste \d+ ?% de cet article|(?:abonnez|connectez)-vous pour (?:lire|continuer)|(?:suscríbete|regístrate|inicia sesión) para (?:seguir|continuar) leyendo|(?:exclusivo|solo) para suscriptores)/i;
const MISSING =
  /^(?:404\b|(?:page|article|story|seite|artikel) (?:was )?(?:not found|nicht gefunden)|(?:sorry, )?(?:we (?:can[’']t|cannot|couldn[’']t) find|this page (?:isn[’']t|is not) available|diese seite (?:existiert nicht|wurde nicht gefunden)|page introuvable|página no encontrada))/im;

/**
 * Recognises a page that is not the article that was asked for, or not all of it, by what it says in English, German, French or
 * Spanish, and by schema.org's `isAccessibleForFree`. Null when it seems to be the article. `markup` is the page's length in bytes.
 */
export function recogniseBarrier({ text, title, metadata }: PageText, markup: number): Barrier | null {
  const short = text.length < WALL_CHARACTERS;
  const said = `${title}\n${text}`;
  if (text.trim() === '') return { problem: markup > WALL_CHARACTERS ? 'scripts-only' : 'empty', partial: false };
  if (short && ROBOT.test(said)) return { problem: 'robot-wall', partial: false };
  if (short && SCRIPTS.test(said)) return { problem: 'scripts-only', partial: false };
  if (short && MISSING.test(said)) return { problem: 'not-found', partial: false };
  if (short && CONSENT.test(said)) return { problem: 'consent', partial: false };
  if (metadata.jsonLd.some(isPaid) || (text.length < TEASER_CHARACTERS && PAY.test(text))) return { problem: 'paywall', partial: true };
  return null;
}

/** Read as text: what a site says of itself is often not quite JSON. */
const isPaid = (jsonLd: string): boolean => /"isAccessibleForFree"\s*:\s*(?:false|"(?:false|no)")/i.test(jsonLd);
