/** The lexicons of the package, read on first use. */
import body from '../../grammars/lexicons/body.tsv'
import calendar from '../../grammars/lexicons/calendar.tsv'
import count from '../../grammars/lexicons/count.tsv'
import document from '../../grammars/lexicons/document.tsv'
import person from '../../grammars/lexicons/person.tsv'
import place from '../../grammars/lexicons/place.tsv'
import position from '../../grammars/lexicons/position.tsv'
import { lazy } from '../lazy.ts'
import { Lexicons } from './lexicon.ts'

export const lexicons = lazy(() => new Lexicons({ body, calendar, count, document, person, place, position }))
