import { LANGUAGES } from '../../src/cards/words.ts';
import { describeShown } from './shown.ts';

describeShown(LANGUAGES.filter((language) => language !== 'de' && language !== 'ja'));
