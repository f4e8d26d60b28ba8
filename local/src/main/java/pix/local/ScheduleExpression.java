package pix.local;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a schedule fires: {@code rate(5 minutes)}, or {@code cron(30 2 * * ? *)} with a minute and an hour that are a
 * number, {@code *} or {@code *}{@code /n}. Other fields of a cron expression are refused here: the laptop needs none.
 */
sealed interface ScheduleExpression {

    /** The first time after {@code instant}. */
    Instant next(Instant instant);

    static ScheduleExpression of(String text) {
        Matcher rate = Rate.FORM.matcher(text);
        if (rate.matches()) {
            ChronoUnit unit = ChronoUnit.valueOf(rate.group(2).toUpperCase(java.util.Locale.ROOT) + "S");
            return new Rate(Duration.of(Long.parseLong(rate.group(1)), unit));
        }
        Matcher cron = Cron.FORM.matcher(text);
        if (cron.matches()) return new Cron(cron.group(1), cron.group(2));
        throw new IllegalArgumentException("a schedule this laptop does not understand: " + text);
    }

    /** @param period between two times */
    record Rate(Duration period) implements ScheduleExpression {
        private static final Pattern FORM = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

        @Override
        public Instant next(Instant instant) {
            return instant.plus(period);
        }
    }

    /** In UTC. */
    record Cron(String minute, String hour) implements ScheduleExpression {
        private static final String FIELD = "(\\d+|\\*(?:/\\d+)?)";
        private static final Pattern FORM = Pattern.compile("cron\\(" + FIELD + " " + FIELD + " [*?] \\* [*?] \\*\\)");

        @Override
        public Instant next(Instant instant) {
            ZonedDateTime time = instant.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
            do time = time.plusMinutes(1);
            while (!fits(minute, time.getMinute()) || !fits(hour, time.getHour()));
            return time.toInstant();
        }

        private static boolean fits(String field, int value) {
            if (field.equals("*")) return true;
            return field.startsWith("*/")
                    ? value % Integer.parseInt(field.substring(2)) == 0
                    : value == Integer.parseInt(field);
        }
    }
}
