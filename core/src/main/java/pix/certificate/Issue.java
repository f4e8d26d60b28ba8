package pix.certificate;

import java.time.Instant;
import java.util.Optional;

/**
 * The act of issuing.
 *
 * @param at whole seconds
 * @param validUntil empty where certificates do not expire
 */
public record Issue(Instant at, Optional<Instant> validUntil, StatusEntry statusEntry) {}
