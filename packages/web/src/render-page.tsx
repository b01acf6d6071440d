/** Pages as HTML. */
import type { Explanation } from '@readingscan/engine';
import type { ComponentProps, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { ApiPage } from './api/api-page.tsx';
import { DashboardPage } from './dashboard/dashboard-page.tsx';
import { DesignPage } from './design/design-page.tsx';
import { GlossaryEntryPage } from './glossary/entry-page.tsx';
import { GlossaryIndexPage } from './glossary/index-page.tsx';
import type { SiteView } from './layout/site-view.ts';
import { EmbedPage } from './pages/embed.tsx';
import { HomePage } from './pages/home.tsx';
import { NotFoundPage } from './pages/not-found.tsx';
import { OfflinePage } from './pages/offline.tsx';
import { ServerProblemPage, ServerResultPage } from './pages/server-result.tsx';
import { SharedPage } from './shared/shared-page.tsx';
import { SmartPage } from './smart/smart-page.tsx';
import type { Refusal } from './words/errors.ts';

export const renderHome = (site: SiteView): string => html(<HomePage site={site} />);

export const renderDashboard = (site: SiteView): string => html(<DashboardPage site={site} />);

export const renderDesign = (site: SiteView): string => html(<DesignPage site={site} />);

export const renderEmbed = (props: ComponentProps<typeof EmbedPage>): string => html(<EmbedPage {...props} />);

export const renderApi = (props: ComponentProps<typeof ApiPage>): string => html(<ApiPage {...props} />);

export const renderNotFound = (site: SiteView): string => html(<NotFoundPage site={site} />);

export const renderOffline = (site: SiteView): string => html(<OfflinePage site={site} />);

export const renderShared = (site: SiteView): string => html(<SharedPage site={site} />);

export const renderSmart = (props: ComponentProps<typeof SmartPage>): string => html(<SmartPage {...props} />);

export const renderGlossary = (props: ComponentProps<typeof GlossaryIndexPage>): string =>
  html(<GlossaryIndexPage {...props} />);

export const renderGlossaryEntry = (props: ComponentProps<typeof GlossaryEntryPage>): string =>
  html(<GlossaryEntryPage {...props} />);

export const renderResult = (site: SiteView, explanation: Explanation): string =>
  html(<ServerResultPage site={site} explanation={explanation} />);

export const renderProblem = (site: SiteView, error: Refusal, text: string): string =>
  html(<ServerProblemPage site={site} error={error} text={text} />);

function html(page: VNode): string {
  return `<!doctype html>${render(page)}`;
}
