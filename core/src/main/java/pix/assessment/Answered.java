package pix.assessment;

import java.time.Instant;
import pix.bank.Response;

/**
 * An answer that was taken.
 *
 * @param score from 0 to 1
 */
public record Answered(int itemKey, Response response, Verdict verdict, double score, Instant at) {}
