/** Orient before detail: what kind of item follows, what it does not say, what is known, whom to call. */
import type { ExplainedItem } from '@readingscan/engine';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/words.ts';
import type { View } from './view.ts';

export function CalmPanel({ view, item }: { readonly view: View; readonly item: ExplainedItem }) {
  const { calm } = useWords().result;
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
          <dd>{notSaid(view, item, calm)}</dd>
        </div>
        <div>
          <dt>{calm.known}</dt>
          <dd>{known(view, item, calm)}</dd>
        </div>
        <div>
          <dt>{calm.call}</dt>
          <dd>{calm.calls[tier]}</dd>
        </div>
      </dl>
    </div>
  );
}

type CalmWords = Words['result']['calm'];

function notSaid(view: View, item: ExplainedItem, calm: CalmWords): string {
  const phrase = item.phrases.map(view.phrase).find((entry) => entry !== undefined && entry.doesNotMean !== '');
  if (phrase) return calm.notSaidOf(phrase.phrase, phrase.doesNotMean);
  const rank = item.certainty?.rank;
  return rank === 'likely' || rank === 'possible' ? calm.notSure : calm.notYou;
}

function known(view: View, item: ExplainedItem, calm: CalmWords): string {
  const findings = view.findings(item).filter(({ assertion }) => assertion.presence === 'present');
  const parts = [
    findings.some(({ anatomy }) => anatomy.length > 0) ? calm.knownParts.place : null,
    view.measurements(findings).some(({ mm }) => mm !== null) ? calm.knownParts.size : null,
    item.change ? calm.knownParts.change : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? calm.knownNone : calm.knownOf(parts);
}
