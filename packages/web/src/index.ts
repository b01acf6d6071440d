/** Pages and where their built files lie: all that the server needs of the web. */
export type { WebAssets } from './assets.ts';
export { loadAssets, webDist } from './dist.ts';
export type { TextPageName } from './pages/text-page.tsx';
export { renderHome, renderProblem, renderResult, renderText } from './render-page.tsx';
