import type { Format } from './format.ts';
import { csv } from './formats/csv.ts';
import { html } from './formats/html.ts';
import { json } from './formats/json.ts';
import { markdown } from './formats/markdown.ts';
import { webAnnotation } from './formats/web-annotation.ts';

/** Every format, in the order of the menu (a test reads the folder). */
export const formats: Format[] = [markdown, html, csv, json, webAnnotation];
