/** What `--help` teaches. */
export const HELP = `readingscan explains a radiology report in plain words, on this computer. Nothing is sent anywhere.

  readingscan explain FILE…          a photograph, PDF, text, office or hospital file in, a plain explanation out (several pictures are pages of one report)
  readingscan read FILE              what was read, as data: findings, sizes, sides, certainty, recommendations
  readingscan extract FILE           the text of any such file, with places and doubts
  readingscan deidentify FILE        the text without names, dates and numbers that tell who it is about
  readingscan compare OLDER NEWER…   what changed between reports of one person
  readingscan assert                 lines of {id, text, target} in, presence and certainty of each target out
  readingscan batch read|explain|extract|deidentify   lines of {id, text} or {id, path} in, one line out per line in
  readingscan serve                  the web application, on this computer (HOST and PORT, default 127.0.0.1:3000)
  readingscan worker                 does the jobs that programs left with servers on the database of DATABASE_URL; any number of them
  readingscan doctor                 are the settings of serve right, and do its database and mail server answer?
  readingscan rotate-keys            brings saved reports under the newest key of MASTER_KEY, beside a server that goes on
  readingscan migrate                brings the database of DATABASE_URL to the shape of this version; serve does it too
  readingscan backup FILE|DIR        a copy of the database of DATABASE_URL, while serve goes on, and a list of what was deleted beside it
  readingscan deletions DIR          brings that list up to date between two backups
  readingscan restore FILE|DIR       puts a backup (of a folder the newest) into an empty database, without what was deleted since
  readingscan second-step off MAIL   lets an owner who lost phone and backup codes in by password alone; be sure who asks

Options
  --format json|text|markdown|html|pdf|fhir|ics   text on a terminal, else json
  --language en|es|zh                language of the explanation; reports are read in English
  --level plain|standard             how many medical terms stay
  --sheet                            only the one page for the visit: headline, next steps, questions, room to write
  --region US                        your country, for its emergency number
  --report N                         which of several reports
  --list                             with extract: the reports in a file
  --password-file FILE               password of a locked PDF
  --jobs N                           worker threads of batch
  --replace                          with restore: what is in the database goes
  --deletions FILE|none              with restore: another list of what was deleted, or a later backup; none where nothing was
  --output FILE                      write there instead of stdout
  --quiet                            no progress
  --version, --help

- stands for standard input wherever a FILE does.

Examples
  readingscan explain photo.jpg
  readingscan explain --format pdf --output mine.pdf photo.jpg
  readingscan explain --format pdf --sheet --output visit.pdf photo.jpg
  pbpaste | readingscan explain -

Exit codes: 0 done · 2 wrong usage · 3 unreadable · 4 not a radiology report · 5 too doubtful to rely on · 1 our fault
It is education, not diagnosis: your doctor knows you and decides with you.
`;
