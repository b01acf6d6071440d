/** Wing 4, explain: the sentences of our own, by name. */
import type { WordsKnowledge } from '@readingscan/knowledge';

export type Templates = WordsKnowledge['documents']['templates'];
