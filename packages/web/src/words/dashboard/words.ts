/** What the dashboard says, as every language has to say it. */
import type { Told } from '../words.ts';
import type { dashboard as english } from './en.ts';

export type DashboardWords = Told<typeof english>;
