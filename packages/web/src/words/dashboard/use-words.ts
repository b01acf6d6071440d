/** The dashboard's words, at hand in every component of it. */
import { type ComponentChildren, createContext, h } from 'preact';
import { useContext } from 'preact/hooks';
import type { DashboardWords } from './words.ts';

const Dashboard = createContext<DashboardWords | null>(null);

interface Props {
  readonly words: DashboardWords;
  readonly children?: ComponentChildren;
}

export function DashboardWordsProvider({ words, children }: Props) {
  return h(Dashboard.Provider, { value: words }, children);
}

export function useDashboardWords(): DashboardWords {
  const words = useContext(Dashboard);
  if (!words) throw new Error('There is no DashboardWordsProvider above this component.');
  return words;
}
