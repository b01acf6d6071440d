/** Pages and where their built files lie: all that the server needs of the web. */
export type { WebAssets } from './assets.ts';
export { loadAssets, webDist } from './dist.ts';
export { type Find, type Findable, findable, finder } from './glossary/find.ts';
export { GLOSSARY_INDEX, type GlossaryChoice } from './glossary/index-page.tsx';
export type { TextPageName } from './pages/text-page.tsx';
export {
  renderGlossary,
  renderGlossaryEntry,
  renderHome,
  renderProblem,
  renderResult,
  renderText,
} from './render-page.tsx';
