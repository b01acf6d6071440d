/** What a result is shown with, fetched together after the first screen. */
export { Result } from '../result/result.tsx';
export { KeepPanel } from './keep-panel.tsx';
