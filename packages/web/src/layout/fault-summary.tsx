/** What is wrong with a form, before it: takes the focus, and leads to each field. */
interface Props {
  /** of its heading, for who looks where the focus is */
  readonly id: string;
  readonly heading: string;
  /** what is wrong with no field */
  readonly notice: string | null;
  /** element of the field → what is wrong with it */
  readonly faults: readonly { readonly field: string; readonly said: string }[];
}

/** Nothing where nothing is wrong. */
export function FaultSummary({ id, heading, notice, faults }: Props) {
  if (faults.length === 0 && notice === null) return null;
  return (
    <section class="contact-summary" aria-labelledby={id} tabIndex={-1} autofocus>
      <h2 id={id}>{heading}</h2>
      {notice !== null && <p>{notice}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.map(({ field, said }) => (
            <li key={field}>
              <a href={`#${field}`}>{said}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
