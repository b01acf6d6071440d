/** What the interface of ReadingScan takes and gives. Written by `npm run client` from its description (OpenAPI 3.1): do not change it by hand. */

export interface Explanation {
  readonly schema: 'readingscan.explanation/1';
  readonly language: string;
  readonly level: 'plain' | 'standard';
  readonly reading: Reading;
  readonly notices: readonly {
    readonly text: string;
    readonly basis: readonly (readonly [number, number])[];
    readonly code: string;
  }[];
  readonly headline: {
    readonly text: string;
    readonly basis: readonly (readonly [number, number])[];
  };
  readonly urgency: {
    readonly text: string;
    readonly basis: readonly (readonly [number, number])[];
    readonly tier: 'emergency' | 'urgent' | 'soon' | 'routine' | 'reassuring';
  };
  readonly items: readonly {
    readonly impression: string;
    readonly rank: number;
    readonly original: string;
    readonly plain: readonly {
      readonly text: string;
      readonly basis: readonly (readonly [number, number])[];
      readonly how: 'composed' | 'substituted' | 'verbatim';
    }[];
    readonly certainty: {
      readonly text: string;
      readonly basis: readonly (readonly [number, number])[];
      readonly rank: 'definite' | 'likely' | 'possible' | 'unlikely' | 'excluded';
    } | null;
    readonly change: {
      readonly text: string;
      readonly basis: readonly (readonly [number, number])[];
    } | null;
    readonly phrases: readonly string[];
    readonly terms: readonly string[];
    readonly supportedBy: readonly {
      readonly statement: string;
      readonly plain: readonly {
        readonly text: string;
        readonly basis: readonly (readonly [number, number])[];
        readonly how?: 'composed' | 'substituted' | 'verbatim';
      }[];
    }[];
    readonly urgency: 'emergency' | 'urgent' | 'soon' | 'routine' | 'reassuring';
    readonly places: readonly {
      readonly place:
        | 'head'
        | 'neck'
        | 'chest'
        | 'abdomen'
        | 'pelvis'
        | 'spine'
        | 'shoulder'
        | 'arm'
        | 'elbow'
        | 'wrist'
        | 'hand'
        | 'hip'
        | 'leg'
        | 'knee'
        | 'ankle'
        | 'foot';
      readonly side: 'left' | 'right' | 'both' | null;
      readonly basis: readonly (readonly [number, number])[];
    }[];
  }[];
  readonly sections: readonly {
    readonly section: string;
    readonly statements: readonly {
      readonly statement: string;
      readonly plain: readonly {
        readonly text: string;
        readonly basis: readonly (readonly [number, number])[];
        readonly how?: 'composed' | 'substituted' | 'verbatim';
      }[];
      readonly how: 'composed' | 'substituted' | 'verbatim';
    }[];
  }[];
  readonly normal: readonly {
    readonly text: string;
    readonly basis: readonly (readonly [number, number])[];
  }[];
  readonly nextSteps: readonly {
    readonly text: string;
    readonly basis: readonly (readonly [number, number])[];
    readonly recommendation: string;
    readonly due: {
      readonly from: string;
      readonly earliest: string;
      readonly latest: string | null;
    } | null;
  }[];
  readonly communications: readonly {
    readonly communication: string;
    readonly plain: readonly {
      readonly text: string;
      readonly basis: readonly (readonly [number, number])[];
      readonly how?: 'composed' | 'substituted' | 'verbatim';
    }[];
  }[];
  readonly phrases: readonly {
    readonly slug: string;
    readonly phrase: string;
    readonly means: string;
    readonly doesNotMean: string;
    readonly spans: readonly (readonly [number, number])[];
  }[];
  readonly questions: readonly {
    readonly text: string;
    readonly basis: readonly (readonly [number, number])[];
  }[];
  readonly secondOpinion: readonly {
    readonly text: string;
    readonly basis: readonly (readonly [number, number])[];
  }[];
  readonly worthAsking: readonly {
    readonly text: string;
    readonly basis: readonly (readonly [number, number])[];
    readonly check: string;
  }[];
  readonly terms: readonly {
    readonly slug: string;
    readonly term: string;
    readonly definition: string;
    readonly spans: readonly (readonly [number, number])[];
  }[];
  readonly notExplained: readonly {
    readonly span: readonly [number, number];
    readonly text: string;
  }[];
  readonly readability: {
    readonly fleschKincaidGrade: number | null;
    readonly originalGrade: number | null;
  };
  readonly disclaimer: string;
}

export interface Reading {
  readonly schema: 'readingscan.reading/1';
  readonly version: string;
  readonly source: {
    readonly kind:
      | 'text'
      | 'image'
      | 'pdf'
      | 'docx'
      | 'rtf'
      | 'html'
      | 'fhir'
      | 'hl7v2'
      | 'cda'
      | 'dicom-sr'
      | 'archive';
    readonly text: string;
    readonly pages?: readonly {
      readonly number: number;
      readonly span: readonly [number, number];
      readonly width: number;
      readonly height: number;
    }[];
    readonly words?: readonly {
      readonly span: readonly [number, number];
      readonly page: number;
      readonly box: readonly [number, number, number, number];
      readonly confidence: number;
    }[];
    readonly doubts?: readonly {
      readonly span: readonly [number, number];
      readonly kind: 'number' | 'unit' | 'side' | 'negation' | 'word';
      readonly confidence: number;
      readonly alternatives: readonly string[];
    }[];
  };
  readonly study: {
    readonly modality: 'CT' | 'MR' | 'XR' | 'US' | 'MG' | 'NM' | 'PT' | 'DXA' | 'FL' | 'IR' | 'ECHO' | 'ES' | null;
    readonly regions: readonly string[];
    readonly contrast: 'with' | 'without' | 'with-and-without' | null;
    readonly date: string | null;
    readonly comparisonDates: readonly string[];
    readonly basis: readonly (readonly [number, number])[];
  };
  readonly status: 'final' | 'preliminary' | 'addendum' | 'corrected' | null;
  readonly sections: readonly {
    readonly id: string;
    readonly code:
      | 'history'
      | 'technique'
      | 'comparison'
      | 'findings'
      | 'impression'
      | 'findings_impression'
      | 'recommendation'
      | 'communication'
      | 'addendum'
      | 'procedure'
      | 'exam'
      | 'patient'
      | 'signature'
      | 'other';
    readonly loinc?: string;
    readonly heading?: readonly [number, number];
    readonly span: readonly [number, number];
    readonly implied: boolean;
  }[];
  readonly statements: readonly {
    readonly id: string;
    readonly section: string;
    readonly span: readonly [number, number];
    readonly item?: number;
  }[];
  readonly findings: readonly {
    readonly id: string;
    readonly statement: string;
    readonly concept: string;
    readonly span: readonly [number, number];
    readonly assertion: {
      readonly presence: 'present' | 'absent' | 'possible' | 'conditional' | 'hypothetical';
      readonly certainty: 'definite' | 'likely' | 'possible' | 'unlikely' | 'excluded';
      readonly temporality: 'current' | 'historical' | 'future';
      readonly experiencer: 'patient' | 'other';
      readonly basis: readonly (readonly [number, number])[];
    };
    readonly anatomy: readonly {
      readonly concept: string;
      readonly span: readonly [number, number];
      readonly laterality: 'left' | 'right' | 'bilateral' | 'midline' | null;
      readonly level?: string;
    }[];
    readonly severity: 'trace' | 'mild' | 'moderate' | 'severe' | null;
    readonly acuity: 'acute' | 'subacute' | 'chronic' | null;
    readonly change?: {
      readonly direction: 'new' | 'increased' | 'stable' | 'decreased' | 'resolved';
      readonly basis: readonly (readonly [number, number])[];
    };
    readonly measurements: readonly string[];
    readonly differential: readonly string[];
  }[];
  readonly measurements: readonly {
    readonly id: string;
    readonly span: readonly [number, number];
    readonly mm: readonly number[] | null;
    readonly value: number | readonly number[] | null;
    readonly unit: string;
    readonly written: string;
    readonly role: 'current' | 'prior' | 'difference';
    readonly qualifier: 'range' | 'max' | 'lt' | 'le' | 'gt' | 'ge' | null;
    readonly prior?: string;
  }[];
  readonly recommendations: readonly {
    readonly id: string;
    readonly statement: string;
    readonly span: readonly [number, number];
    readonly action:
      | 'imaging'
      | 'clinical-correlation'
      | 'biopsy'
      | 'referral'
      | 'laboratory'
      | 'procedure'
      | 'surveillance'
      | 'none-needed'
      | 'other';
    readonly modality: 'CT' | 'MR' | 'XR' | 'US' | 'MG' | 'NM' | 'PT' | 'DXA' | 'FL' | 'IR' | 'ECHO' | 'ES' | null;
    readonly region: string | null;
    readonly interval: {
      readonly min: number;
      readonly max: number | null;
      readonly unit: 'hour' | 'day' | 'week' | 'month' | 'year';
    } | null;
    readonly repeat?: boolean | string;
    readonly times?: readonly number[];
    readonly lasting?: {
      readonly min: number;
      readonly max: number | null;
      readonly unit: 'hour' | 'day' | 'week' | 'month' | 'year';
    };
    readonly on?: {
      readonly span: readonly [number, number];
      readonly kind: 'occasion' | 'day' | 'month' | 'year' | 'weekday' | 'course' | 'cycle' | 'written';
      readonly value: string;
      readonly link: 'in' | 'on' | 'by';
    };
    readonly since?: {
      readonly span: readonly [number, number];
      readonly occasion: string | null;
    };
    readonly care?: {
      readonly kind: string;
      readonly lasting: {
        readonly min: number;
        readonly max: number | null;
        readonly unit: 'hour' | 'day' | 'week' | 'month' | 'year';
      } | null;
      readonly tail: readonly [number, number] | null;
    };
    readonly relatives?: true;
    readonly board?: {
      readonly kind: string | null;
    };
    readonly condition: {
      readonly span: readonly [number, number];
    } | null;
    readonly strength: 'recommended' | 'suggested' | 'optional';
    readonly guideline: string | null;
  }[];
  readonly communications: readonly {
    readonly id: string;
    readonly statement: string;
    readonly urgent: boolean;
    readonly to: string | null;
    readonly at: string | null;
    readonly span: readonly [number, number];
  }[];
  readonly scores: readonly {
    readonly id: string;
    readonly system: string;
    readonly category: string;
    readonly temporality: 'current' | 'historical';
    readonly span: readonly [number, number];
  }[];
  readonly impression: readonly {
    readonly id: string;
    readonly rank: number;
    readonly span: readonly [number, number];
    readonly statements: readonly string[];
    readonly findings: readonly string[];
    readonly supportedBy: readonly string[];
    readonly urgency: 'emergency' | 'urgent' | 'soon' | 'routine' | 'reassuring';
    readonly recommendations: readonly string[];
  }[];
  readonly checks: readonly {
    readonly id: string;
    readonly kind:
      | 'laterality-mismatch'
      | 'measurement-mismatch'
      | 'level-mismatch'
      | 'unsupported-impression'
      | 'finding-not-in-impression'
      | 'sex-mismatch'
      | 'date-mismatch'
      | 'comparison-mismatch'
      | 'modality-mismatch'
      | 'score-mismatch'
      | 'presence-mismatch'
      | 'amended';
    readonly message: string;
    readonly basis: readonly (readonly [number, number])[];
  }[];
  readonly warnings: readonly {
    readonly code:
      | 'doubtful-text'
      | 'hidden-text'
      | 'text-layer-differs'
      | 'several-reports'
      | 'several-people'
      | 'page-missing'
      | 'preliminary'
      | 'addendum-changes'
      | 'withdrawn'
      | 'truncated';
    readonly message: string;
    readonly basis: readonly (readonly [number, number])[];
  }[];
  readonly coverage: {
    readonly contentWords: number;
    readonly understood: number;
    readonly unknown: readonly (readonly [number, number])[];
  };
}

export interface Extraction {
  readonly schema: 'readingscan.extraction/1';
  readonly source: {
    readonly kind:
      | 'text'
      | 'image'
      | 'pdf'
      | 'docx'
      | 'rtf'
      | 'html'
      | 'fhir'
      | 'hl7v2'
      | 'cda'
      | 'dicom-sr'
      | 'archive';
    readonly text: string;
    readonly pages?: readonly {
      readonly number: number;
      readonly span: readonly [number, number];
      readonly width: number;
      readonly height: number;
    }[];
    readonly words?: readonly {
      readonly span: readonly [number, number];
      readonly page: number;
      readonly box: readonly [number, number, number, number];
      readonly confidence: number;
    }[];
    readonly doubts?: readonly {
      readonly span: readonly [number, number];
      readonly kind: 'number' | 'unit' | 'side' | 'negation' | 'word';
      readonly confidence: number;
      readonly alternatives: readonly string[];
    }[];
  };
  readonly warnings: readonly {
    readonly code:
      | 'doubtful-text'
      | 'hidden-text'
      | 'text-layer-differs'
      | 'several-reports'
      | 'several-people'
      | 'page-missing'
      | 'preliminary'
      | 'addendum-changes'
      | 'withdrawn'
      | 'truncated';
    readonly message: string;
    readonly basis: readonly (readonly [number, number])[];
  }[];
}

export interface Comparison {
  readonly schema: 'readingscan.comparison/1';
  readonly reports: readonly {
    readonly id: string;
    readonly date: string | null;
    readonly reading: Reading;
  }[];
  readonly lesions: readonly {
    readonly id: string;
    readonly concept: string;
    readonly anatomy: readonly {
      readonly concept: string;
      readonly span: readonly [number, number];
      readonly laterality: 'left' | 'right' | 'bilateral' | 'midline' | null;
      readonly level?: string;
    }[];
    readonly laterality: 'left' | 'right' | 'bilateral' | 'midline' | null;
    readonly seen: readonly {
      readonly report: string;
      readonly finding: string;
      readonly mm: readonly number[] | null;
      readonly basis: readonly (readonly [number, number])[];
    }[];
    readonly change: 'new' | 'increased' | 'stable' | 'decreased' | 'gone' | 'not-mentioned' | 'uncertain';
  }[];
  readonly recommendations: readonly {
    readonly report: string;
    readonly recommendation: string;
    readonly due: {
      readonly from: string;
      readonly earliest: string;
      readonly latest: string | null;
    } | null;
    readonly answered: 'yes' | 'no' | 'unknown';
    readonly by: string | null;
  }[];
  readonly summary: readonly {
    readonly text: string;
    readonly basis: readonly {
      readonly report: string;
      readonly span: readonly [number, number];
    }[];
  }[];
}

export interface Deidentification {
  readonly schema: 'readingscan.deidentification/1';
  readonly text: string;
  readonly spans: readonly {
    readonly span: readonly [number, number];
    readonly label:
      | 'NAME'
      | 'DATE'
      | 'AGE_OVER_89'
      | 'MRN'
      | 'ACCESSION'
      | 'FACILITY'
      | 'ADDRESS'
      | 'PHONE'
      | 'EMAIL'
      | 'URL'
      | 'IP'
      | 'USERNAME'
      | 'SSN'
      | 'NATIONAL_ID'
      | 'HEALTH_PLAN_ID'
      | 'LICENSE'
      | 'DEVICE_ID';
    readonly replacement: string;
  }[];
}

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code:
    | 'usage'
    | 'signed-out'
    | 'no-key'
    | 'wrong-key'
    | 'insufficient-credits'
    | 'forbidden'
    | 'scope'
    | 'not-found'
    | 'method'
    | 'late'
    | 'full'
    | 'running'
    | 'state'
    | 'too-large'
    | 'unsupported'
    | 'unreadable'
    | 'encrypted'
    | 'no-text'
    | 'not-a-report'
    | 'low-quality'
    | 'other-request'
    | 'several-reports'
    | 'busy'
    | 'too-often'
    | 'internal'
    | 'unavailable'
    | 'no-storage';
  /** what happened, in one sentence */
  readonly message: string;
  /** what to do, in one sentence */
  readonly hint: string;
  /** beside low-quality: what could be said all the same */
  readonly document?: Explanation;
  /** what was sent or recognised: it is never lost */
  readonly text?: string;
  /** beside insufficient-credits: nothing was done, and nothing is paid */
  readonly credits?: {
    readonly needed: number;
    readonly available: number;
  };
  /** beside several-reports: what `report` chooses from */
  readonly reports?: readonly {
    readonly number: number;
    readonly title: string | null;
    readonly date: string | null;
    readonly kind:
      | 'text'
      | 'image'
      | 'pdf'
      | 'docx'
      | 'rtf'
      | 'html'
      | 'fhir'
      | 'hl7v2'
      | 'cda'
      | 'dicom-sr'
      | 'archive';
  }[];
}

export interface Saved {
  readonly schema: 'readingscan.saved/1';
  readonly id: string;
}

/** By the name of the job. */
export interface Operations {
  readonly explain: {
    readonly path: '/api/v1/explain';
    readonly body: {
      readonly text: string;
      /** of the explanation; the report itself has to be in English */
      readonly language?: 'en' | 'es' | 'zh';
      /** how plain the words are */
      readonly level?: 'plain' | 'standard';
      /** a country such as US, for an emergency number */
      readonly region?: string;
      /** which of several reports in one file */
      readonly report?: number;
    };
    readonly answer: Explanation;
  };
  readonly read: {
    readonly path: '/api/v1/read';
    readonly body: {
      readonly text: string;
      /** of the explanation; the report itself has to be in English */
      readonly language?: 'en' | 'es' | 'zh';
      /** how plain the words are */
      readonly level?: 'plain' | 'standard';
      /** a country such as US, for an emergency number */
      readonly region?: string;
      /** which of several reports in one file */
      readonly report?: number;
    };
    readonly answer: Reading;
  };
  readonly extract: {
    readonly path: '/api/v1/extract';
    readonly body: {
      readonly text: string;
      /** of the explanation; the report itself has to be in English */
      readonly language?: 'en' | 'es' | 'zh';
      /** how plain the words are */
      readonly level?: 'plain' | 'standard';
      /** a country such as US, for an emergency number */
      readonly region?: string;
      /** which of several reports in one file */
      readonly report?: number;
    };
    readonly answer: Extraction;
  };
  readonly compare: {
    readonly path: '/api/v1/compare';
    readonly body: {
      /** the oldest first */
      readonly texts: readonly string[];
      /** of the explanation; the report itself has to be in English */
      readonly language?: 'en' | 'es' | 'zh';
      /** how plain the words are */
      readonly level?: 'plain' | 'standard';
      /** a country such as US, for an emergency number */
      readonly region?: string;
      /** which of several reports in one file */
      readonly report?: number;
    };
    readonly answer: Comparison;
  };
  readonly deidentify: {
    readonly path: '/api/v1/deidentify';
    readonly body: {
      readonly text: string;
      /** of the explanation; the report itself has to be in English */
      readonly language?: 'en' | 'es' | 'zh';
      /** how plain the words are */
      readonly level?: 'plain' | 'standard';
      /** a country such as US, for an emergency number */
      readonly region?: string;
      /** which of several reports in one file */
      readonly report?: number;
    };
    readonly answer: Deidentification;
  };
  readonly save: {
    readonly path: '/api/v1/reports';
    readonly body: {
      readonly text: string;
      /** of the explanation; the report itself has to be in English */
      readonly language?: 'en' | 'es' | 'zh';
      /** how plain the words are */
      readonly level?: 'plain' | 'standard';
      /** a country such as US, for an emergency number */
      readonly region?: string;
      /** which of several reports in one file */
      readonly report?: number;
      /** whose it is; empty: the owner of the account */
      readonly person?: string;
      readonly tags?: readonly string[];
    };
    readonly answer: Saved;
  };
}

export const PATHS: { readonly [Job in keyof Operations]: Operations[Job]['path'] } = {
  explain: '/api/v1/explain',
  read: '/api/v1/read',
  extract: '/api/v1/extract',
  compare: '/api/v1/compare',
  deidentify: '/api/v1/deidentify',
  save: '/api/v1/reports',
};
