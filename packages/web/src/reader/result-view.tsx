/** The result in the page: its code comes after the first screen, and the marker follows finger, mouse and focus. */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { WebAssets } from '../assets.ts';
import type { CopyState, ResultProps } from '../result/result.tsx';
import { useWords } from '../words/use-words.ts';
import { copyText } from './copy.ts';
import { followMarker } from './marker.ts';
import { printVisit } from './print-visit.ts';
import { savePdf } from './save-pdf.ts';
import { type Given, picturesOf } from './state.ts';
import { useListen } from './use-listen.ts';
import { useObjectUrls } from './use-object-urls.ts';

/** Fetched early, kept once there. */
let loading: Promise<ResultParts> | null = null;
type ResultParts = typeof import('./result-parts.ts');

export function loadResult(): Promise<ResultParts> {
  loading ??= import('./result-parts.ts').catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

const NO_FILES: readonly File[] = [];

interface Props extends ResultProps {
  readonly given: Given;
  /** left out: this result is not offered to be kept */
  readonly assets?: WebAssets;
}

export function ResultView({ given, assets, ...props }: Props) {
  const listening = useListen(props.explanation);
  const [copied, setCopied] = useState<CopyState>(null);
  const words = useWords();
  const files = useMemo(() => picturesOf(given), [given]);
  const pictures = useObjectUrls(files);
  const [loaded, setLoaded] = useState<ResultParts | null>(null);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void loadResult().then(setLoaded);
  }, []);
  useEffect(() => {
    if (!loaded || !root.current) return;
    root.current.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    return followMarker(root.current);
  }, [loaded]);
  if (!loaded) {
    return (
      <div class="wrap view">
        <h1 tabIndex={-1}>{words.working.heading}</h1>
      </div>
    );
  }
  return (
    <div ref={root}>
      <loaded.Result
        {...props}
        pictures={pictures}
        listening={listening}
        copied={copied}
        onCopy={(text) => void copyText(text).then((isDone) => setCopied(isDone ? 'done' : 'failed'))}
        onSave={(explanation, isSheet) =>
          void savePdf(explanation, isSheet).then(
            () => setCopied('saved'),
            () => setCopied('unsaved'),
          )
        }
        onPrintVisit={printVisit}
        keep={
          assets ? (
            <loaded.KeepPanel
              explanation={props.explanation}
              files={given.kind === 'files' ? given.files : NO_FILES}
              assets={assets}
            />
          ) : (
            props.keep
          )
        }
      />
    </div>
  );
}
