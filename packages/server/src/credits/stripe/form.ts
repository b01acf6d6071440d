/** What Stripe is asked, as it wants it written: a form whose names tell the nesting, such as line_items[0][price]. */

export type Asked = string | number | boolean | readonly Asked[] | { readonly [name: string]: Asked };

export function formOf(asked: { readonly [name: string]: Asked }): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) put(form, name, value);
  return form;
}

function put(form: URLSearchParams, name: string, value: Asked): void {
  if (typeof value !== 'object') form.append(name, String(value));
  else if (Array.isArray(value)) for (const [at, one] of value.entries()) put(form, `${name}[${at}]`, one);
  else for (const [key, one] of Object.entries(value)) put(form, `${name}[${key}]`, one);
}
