/** The script of the pages where a device is asked for a passkey: what it says goes into the form, and the form to this server. */

const asked = document.getElementById('passkey');
const form = asked?.querySelector('form');
const status = document.getElementById('passkey-status');
const missing = document.getElementById('passkey-missing');

if (asked && form && status && missing) {
  const canAsk = typeof PublicKeyCredential === 'function' && navigator.credentials !== undefined;
  asked.hidden = !canAsk;
  missing.hidden = canAsk;
  const button = form.querySelector('button');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask(asked.dataset);
  });

  async function ask({ order, asksAt }: DOMStringMap): Promise<void> {
    say('waiting');
    if (button) button.disabled = true;
    try {
      const said = order === undefined ? await showOne(asksAt ?? '') : await makeOne(JSON.parse(order));
      const field = form?.elements.namedItem('credential');
      if (!(field instanceof HTMLInputElement)) return;
      field.value = JSON.stringify(said);
      form?.submit();
    } catch (error) {
      if (button) button.disabled = false;
      say(outcomeOf(error));
    }
  }

  function say(outcome: 'waiting' | 'stopped' | 'failed' | 'known'): void {
    if (status) status.textContent = status.dataset[outcome] ?? '';
  }
}

/** What this server asks with, its bytes written in base64url. */
interface Order extends Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'user' | 'excludeCredentials'> {
  readonly challenge: string;
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly excludeCredentials: readonly { readonly type: 'public-key'; readonly id: string }[];
}

async function makeOne(order: Order): Promise<object> {
  const made = await navigator.credentials.create({
    publicKey: {
      ...order,
      challenge: bytesOf(order.challenge),
      user: { ...order.user, id: bytesOf(order.user.id) },
      excludeCredentials: order.excludeCredentials.map(({ type, id }) => ({ type, id: bytesOf(id) })),
    },
  });
  if (!(made instanceof PublicKeyCredential) || !(made.response instanceof AuthenticatorAttestationResponse))
    throw new DOMException('', 'NotAllowedError');
  return {
    ...named(made),
    response: {
      clientDataJSON: textOf(made.response.clientDataJSON),
      attestationObject: textOf(made.response.attestationObject),
    },
  };
}

async function showOne(asksAt: string): Promise<object> {
  const answer = await fetch(asksAt, { method: 'POST' });
  if (!answer.ok) throw new Error('not asked');
  const { challenge, rpId, timeout } = await answer.json();
  const shown = await navigator.credentials.get({
    publicKey: { challenge: bytesOf(challenge), rpId, timeout, userVerification: 'required' },
  });
  if (!(shown instanceof PublicKeyCredential) || !(shown.response instanceof AuthenticatorAssertionResponse))
    throw new DOMException('', 'NotAllowedError');
  const { clientDataJSON, authenticatorData, signature, userHandle } = shown.response;
  return {
    ...named(shown),
    response: {
      clientDataJSON: textOf(clientDataJSON),
      authenticatorData: textOf(authenticatorData),
      signature: textOf(signature),
      userHandle: userHandle ? textOf(userHandle) : '',
    },
  };
}

const named = ({ id, rawId, type }: PublicKeyCredential) => ({ id, rawId: textOf(rawId), type });

/** Who thought better of it, or waited too long, has done nothing wrong. */
function outcomeOf(error: unknown): 'stopped' | 'known' | 'failed' {
  if (!(error instanceof DOMException)) return 'failed';
  return error.name === 'InvalidStateError' ? 'known' : 'stopped';
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));

const textOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

export {};
