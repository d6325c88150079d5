/**
 * Stands in for the class of this name in WXT (`wxt.config.ts`), which no script of ours uses: it ends a script on an event that every page
 * can forge who knows the extension's id, and it is an eighth of the script in every page. The lifetime of ours is in `open-page.ts`.
 */
export class ContentScriptContext {}
