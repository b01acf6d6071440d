export { type RenderFormat, render } from './render.ts';
