/** Orient before detail: what kind of item follows, what it does not say, what is known, whom to call. */
import type { ExplainedItem } from '@readingscan/engine';
import { words } from '../words/en.ts';
import type { View } from './view.ts';

const { calm } = words.result;

export function CalmPanel({ view, item }: { readonly view: View; readonly item: ExplainedItem }) {
  const tier = item.urgency;
  if (tier === 'routine' || tier === 'reassuring') return null;
  return (
    <div class="calm">
      <p class="calm-title">{calm.heading}</p>
      <dl>
        <div>
          <dt>{calm.kind}</dt>
          <dd>{calm.kinds[tier]}</dd>
        </div>
        <div>
          <dt>{calm.notSaid}</dt>
          <dd>{notSaid(view, item)}</dd>
        </div>
        <div>
          <dt>{calm.known}</dt>
          <dd>{known(view, item)}</dd>
        </div>
        <div>
          <dt>{calm.call}</dt>
          <dd>{calm.calls[tier]}</dd>
        </div>
      </dl>
    </div>
  );
}

function notSaid(view: View, item: ExplainedItem): string {
  const phrase = item.phrases.map(view.phrase).find((entry) => entry !== undefined && entry.doesNotMean !== '');
  if (phrase) return `“${phrase.phrase}”: ${phrase.doesNotMean}`;
  const rank = item.certainty?.rank;
  return rank === 'likely' || rank === 'possible' ? calm.notSure : calm.notYou;
}

function known(view: View, item: ExplainedItem): string {
  const findings = view.findings(item).filter(({ assertion }) => assertion.presence === 'present');
  const parts = [
    findings.some(({ anatomy }) => anatomy.length > 0) ? calm.knownParts.place : null,
    view.measurements(findings).some(({ mm }) => mm !== null) ? calm.knownParts.size : null,
    item.change ? calm.knownParts.change : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return calm.knownNone;
  const last = parts[parts.length - 1];
  const list = parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
  return `${calm.knownIntro} ${list}.`;
}
