package pix.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pix.embedded.Template;

class ScheduleExpressionTest {

    @ParameterizedTest
    @CsvSource({
        "rate(1 minute), 2026-11-23T09:00:30Z, 2026-11-23T09:01:30Z",
        "rate(5 minutes), 2026-11-23T09:00:30Z, 2026-11-23T09:05:30Z",
        "rate(2 days), 2026-11-23T09:00:00Z, 2026-11-25T09:00:00Z",
        "cron(30 2 * * ? *), 2026-11-23T09:00:00Z, 2026-11-24T02:30:00Z",
        "cron(30 2 * * ? *), 2026-11-23T02:30:00Z, 2026-11-24T02:30:00Z",
        "cron(*/15 * * * ? *), 2026-11-23T09:14:59Z, 2026-11-23T09:15:00Z",
        "cron(0 */6 ? * * *), 2026-11-23T18:00:00Z, 2026-11-24T00:00:00Z",
    })
    void fires_when_it_says(String expression, Instant now, Instant next) {
        assertEquals(next, ScheduleExpression.of(expression).next(now));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at(2026-11-23T09:00:00)", "cron(0 9 1 * ? *)", "rate(five minutes)", ""})
    void says_so_where_it_cannot(String expression) {
        assertThrows(IllegalArgumentException.class, () -> ScheduleExpression.of(expression));
    }

    @Test
    void understands_every_schedule_of_the_template() {
        Template.ofBuild().functions().forEach(f -> f.schedules().forEach(ScheduleExpression::of));
    }
}
