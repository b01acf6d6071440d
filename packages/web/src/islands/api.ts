/** The script of the page for programs: sends what its form holds to this server, and shows what comes back as it is. */
import { API } from '../api/jobs.ts';

const form = document.querySelector<HTMLFormElement>('#api-form');
const status = document.getElementById('api-status');
const answer = document.getElementById('api-answer');
const newer = document.getElementById('api-newer-field');
const SEVERAL = 'compare';

if (form && status && answer) {
  form.hidden = false;
  const field = (name: string): string => String(new FormData(form).get(name) ?? '');
  const follow = (): void => {
    if (newer) newer.hidden = field('job') !== SEVERAL;
  };
  const show = (said: string, text: string): void => {
    status.textContent = said;
    answer.textContent = text;
    answer.hidden = text === '';
  };
  const { working = '', failed = '', answered = '' } = status.dataset;

  async function send(): Promise<void> {
    const job = field('job');
    const key = field('key').trim();
    const reports = job === SEVERAL ? { texts: [field('text'), field('newer')] } : { text: field('text') };
    show(working, '');
    try {
      const got = await fetch(`${API}/${job}`, {
        method: 'POST',
        credentials: 'omit',
        headers: { 'Content-Type': 'application/json', ...(key === '' ? {} : { Authorization: `Bearer ${key}` }) },
        body: JSON.stringify({ ...reports, language: field('language') }),
      });
      show(`${answered} ${got.status}`, shaped(await got.text()));
    } catch {
      show(failed, '');
    }
  }

  form.addEventListener('change', follow);
  follow();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
}

function shaped(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
