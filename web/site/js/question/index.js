/**
 * The seven kinds of question. Each kind is an object:
 *   begin(question)      the empty response
 *   view(question, response, change, {locked, announce, lang})   the controls; change(response) is called on every change
 *   missing(question, response)   the key of the text that says what is still to do, or undefined
 *   read(question)       what a voice reads after the text
 */
import { choice } from './choice.js';
import { choices } from './choices.js';
import { number, text } from './text.js';
import { fields } from './fields.js';
import { order } from './order.js';
import { match } from './match.js';

export const kinds = { choice, choices, text, number, fields, order, match };
