/** Words of results passed on: verbs, recipients, what makes it no communication, urgency. */
import { z } from 'zod';
import { forms, provenance, written } from './common.ts';

export const communications = z.strictObject({
  ...provenance,
  words: z.strictObject({
    /** told TO or WITH somebody: relayed, discussed */
    toward: written,
    /** as `toward`, but only about a result: sent, given */
    'toward-result': forms,
    /** tells somebody: notified, informed */
    object: written,
    /** "NOTIFICATION: Dr X" */
    label: written,
    /** "To: Dr X", only behind a statement that something was passed on */
    field: forms,
    /** "Time: 11:20" */
    'time-label': forms,
    /** the other side confirmed: read-back FROM or BY somebody */
    receipt: forms,
    /** "I have LET Dr X KNOW" */
    let: forms,
    know: forms,
    /** before the recipient, beside to and with */
    preposition: written,
    result: written,
    /** Dr, Ms: a name follows */
    title: forms,
    role: written,
    /** a service by its speciality: who is told, where nothing else stands between it and the verb */
    speciality: forms,
    /** the whole of a note that something was passed on, which names nobody: "Phoned." */
    bare: forms,
    /** the last word of what is to be done: "d/w the surgeons advised" */
    asked: forms,
    /** beside a time: at, hours */
    moment: forms,
    /** places that bear a number: ward 12 */
    /** the answer under a heading: "Results called: yes - Dr X" */
    yes: forms,
    numbered: forms,
    /** a place that is called, where somebody may be named behind it: "called ward 4, spoke with Sister Y" */
    place: forms,
    auxiliary: forms,
    adverb: forms,
    determiner: forms,
    /** ends the phrase that names somebody */
    stop: written,
    plan: forms,
    failed: written,
    trap: written,
    /** of the radiology side: telling them passes nothing on */
    insider: written,
    urgent: written,
    'not-urgent': written,
    /** says outright that it was not urgent */
    calm: forms,
    /** "Communication: none." */
    nobody: forms,
    /** findings that are an emergency by name, beside those of the concepts */
    emergency: written,
  }),
  /** who was told, by a word of the name: the person or somebody at home, unless a clinician stands there too */
  told: z.strictObject({ people: z.array(z.string()).min(1), clinicians: z.array(z.string()).min(1) }),
});
