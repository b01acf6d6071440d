/** Links that one has shared and that have not ended: what each is of, until when, how often it was opened, and its end at once. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { faultOf, type KeptFault } from '../kept/failure.ts';
import type { Listed } from '../kept/search.ts';
import { momentInWords } from '../result/dates.ts';
import { endLink, ownLinks } from '../shared/account-links.ts';
import type { SharedLink } from '../shared/link.ts';
import { useDashboardWords } from '../words/dashboard/use-words.ts';
import { useLanguage, useWords } from '../words/use-words.ts';
import { titleOf } from './titled.ts';

const HEADING = 'h-links';

/** Of all reports; nothing where there are no links. */
export function SharedLinks({ list }: { readonly list: readonly Listed[] }) {
  const text = useDashboardWords();
  const words = useWords();
  const { links, said, end } = useLinks(null, HEADING);
  if (links.length === 0 && said === '') return null;
  const titles = new Map(
    list.filter(({ place }) => place === 'account').map((one) => [one.report.id, titleOf(one, words, text)]),
  );
  return (
    <section class="everything" aria-labelledby={HEADING}>
      <h2 id={HEADING} tabIndex={-1}>
        {text.share.links.heading}
      </h2>
      <p class="caption">{text.share.links.intro}</p>
      <LinkList links={links} titleOf={({ report }) => titles.get(report) ?? text.share.links.gone} onEnd={end} />
      <p role="status" class={said === '' || said === 'ended' ? '' : 'fault'}>
        {said === '' ? '' : said === 'ended' ? text.share.links.ended : text.faults[said]}
      </p>
    </section>
  );
}

export interface UseLinks {
  readonly links: readonly SharedLink[];
  readonly said: '' | 'ended' | KeptFault;
  readonly end: (link: SharedLink) => void;
}

/** `newest`: asked again when another link was made. `heading`: has the focus when the button of a link is gone. */
export function useLinks(newest: SharedLink | null, heading: string): UseLinks {
  const [links, setLinks] = useState<readonly SharedLink[]>([]);
  const [said, setSaid] = useState<UseLinks['said']>('');
  const isLeft = useRef(false);
  useEffect(
    () => () => {
      isLeft.current = true;
    },
    [],
  );
  const look = async (): Promise<void> => {
    // what fails here is told where the account itself is
    const found = await ownLinks().catch(() => null);
    if (found && !isLeft.current) setLinks(found);
  };
  useEffect(() => void look(), [newest]);
  const end = (link: SharedLink): void =>
    void endLink(link)
      .then(
        () => {
          setSaid('ended');
          document.getElementById(heading)?.focus({ preventScroll: true });
        },
        (error: unknown) => setSaid(faultOf(error)),
      )
      .then(look);
  return { links, said, end };
}

interface ListProps {
  readonly links: readonly SharedLink[];
  readonly titleOf: (link: SharedLink) => string;
  readonly onEnd: (link: SharedLink) => void;
}

export function LinkList({ links, titleOf, onEnd }: ListProps) {
  const { share } = useDashboardWords();
  const text = share.links;
  const language = useLanguage();
  return (
    <ul class="link-list">
      {links.map((link) => {
        const { id, made, ends, hasReport, opened } = link;
        const title = titleOf(link);
        return (
          <li key={id}>
            <div>
              <b>{title}</b>
              <span>
                {text.ends(momentInWords(ends, language))}
                {text.between}
                {text.opened(opened)}
              </span>
              <span class="caption">
                {text.made(momentInWords(made, language))}
                {text.between}
                {hasReport ? text.withReport : text.withoutReport}
              </span>
            </div>
            <button type="button" class="button" aria-label={text.endThis(title)} onClick={() => onEnd(link)}>
              {text.end}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
