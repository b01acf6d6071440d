/** The marker: whoever points at a sentence sees its words, whoever points at words sees their sentence. */

const ON = 'is-on';

export function followMarker(root: HTMLElement): () => void {
  let held: Element | null = null;
  const show = (target: EventTarget | null): void => {
    const place = target instanceof Element ? target.closest('[data-sentence], [data-for]') : null;
    if (place === held) return;
    clear(root);
    held = place;
    if (!place) return;
    const ids = idsOf(place);
    for (const id of ids) {
      for (const other of root.querySelectorAll(
        `[data-for~="${CSS.escape(id)}"], [data-sentence="${CSS.escape(id)}"]`,
      )) {
        other.classList.add(ON);
      }
    }
  };
  const over = (event: Event): void => show(event.target);
  const press = (event: Event): void => {
    if (openTerm(event)) return;
    show(event.target);
    const sentence = event.target instanceof Element ? event.target.closest('[data-sentence]') : null;
    if (!sentence) return;
    if (sentence.closest('.pair-plain')) event.preventDefault();
    if (!sentence.closest('a')) openWords(sentence);
    bringIntoView(root);
    showOnPhoto(root);
  };
  root.addEventListener('pointerover', over);
  root.addEventListener('focusin', over);
  root.addEventListener('click', press);
  return () => {
    root.removeEventListener('pointerover', over);
    root.removeEventListener('focusin', over);
    root.removeEventListener('click', press);
  };
}

/** A defined word opens its sheet; the browser gives the focus back when it closes. */
function openTerm(event: Event): boolean {
  const term = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.term') : null;
  const sheet = term ? document.getElementById(term.hash.slice(1)) : null;
  if (!sheet?.showPopover) return false;
  event.preventDefault();
  sheet.showPopover();
  return true;
}

function idsOf(place: Element): readonly string[] {
  const sentence = place.getAttribute('data-sentence');
  return sentence ? [sentence] : (place.getAttribute('data-for') ?? '').split(' ').filter((id) => id !== '');
}

/** Touching a sentence of a card opens the words it rests on. */
function openWords(sentence: Element): void {
  const id = sentence.getAttribute('data-sentence') ?? '';
  const words = sentence.closest('.item')?.querySelector(`details [data-for~="${CSS.escape(id)}"]`);
  words?.closest('details')?.setAttribute('open', '');
}

/** On the photograph only its own strip moves, never the page. */
function showOnPhoto(root: HTMLElement): void {
  const strip = root.querySelector('.photograph-strip');
  const place = strip?.querySelector(`.on-photo.${ON}`);
  if (!strip || !place) return;
  const [frame, word] = [strip.getBoundingClientRect(), place.getBoundingClientRect()];
  strip.scrollTop += word.top - frame.top - frame.height / 3;
  if (word.left < frame.left || word.right > frame.right) strip.scrollLeft += word.left - frame.left - 24;
}

function bringIntoView(root: HTMLElement): void {
  root.querySelector(`.report .${ON}`)?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}

function clear(root: HTMLElement): void {
  for (const other of root.querySelectorAll(`.${ON}`)) other.classList.remove(ON);
}
