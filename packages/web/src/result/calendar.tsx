/** The dated steps as a calendar file: it stands in the link itself, so that it needs neither script nor network. */
import type { Explanation } from '@readingscan/engine';
import { toIcs } from '@readingscan/render/take';
import { Icon } from '../layout/icon.tsx';
import { useWords } from '../words/use-words.ts';

const FILE = 'readingscan.ics';

interface Props {
  readonly explanation: Explanation;
  readonly primary?: boolean;
}

/** Nothing where no step has a date. */
export function CalendarLink({ explanation, primary = false }: Props) {
  const { take } = useWords().result;
  if (explanation.nextSteps.every(({ due }) => due === null)) return null;
  return (
    <a
      class={primary ? 'button primary calendar' : 'button calendar'}
      href={`data:text/calendar;charset=utf-8,${encodeURIComponent(toIcs(explanation))}`}
      download={FILE}
    >
      <Icon name="day" />
      {take.calendar}
    </a>
  );
}
