/** Gets the dashboard here in one language, with all that it needs to explain a kept report without network. */
import type { Language } from '@readingscan/reader/languages';
import type { WebAssets } from '../assets.ts';
import { keepForOffline } from '../islands/offline.ts';
import { hrefOf } from '../layout/href.ts';

export function keepDashboard(
  { version, dashboard, knowledge, offline, style }: WebAssets,
  language: Language,
): Promise<void> {
  return keepForOffline(version, [
    hrefOf(language, '/dashboard'),
    hrefOf(language, '/offline'),
    style.dashboard,
    style.site,
    dashboard.script,
    ...dashboard.parts,
    ...dashboard.words[language],
    knowledge.words[language],
    ...offline.text,
  ]);
}
