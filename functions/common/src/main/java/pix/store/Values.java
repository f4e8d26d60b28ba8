package pix.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.function.Function;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How values that DynamoDB has no type for are written: as ISO-8601 texts that sort as they should. */
final class Values {
    /** Always three digits of a second, so that texts compare as times do. */
    private static final DateTimeFormatter MILLIS = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Values() {}

    static AttributeConverter<Instant> instant() {
        return new AsText<>(Instant.class, MILLIS::format, Instant::parse);
    }

    static AttributeConverter<LocalDate> date() {
        return new AsText<>(LocalDate.class, LocalDate::toString, LocalDate::parse);
    }

    static String text(Instant instant) {
        return MILLIS.format(instant);
    }

    private record AsText<T>(Class<T> raw, Function<T, String> write, Function<String, T> read)
            implements AttributeConverter<T> {
        @Override
        public AttributeValue transformFrom(T value) {
            return AttributeValue.fromS(write.apply(value));
        }

        @Override
        public T transformTo(AttributeValue value) {
            return read.apply(value.s());
        }

        @Override
        public EnhancedType<T> type() {
            return EnhancedType.of(raw);
        }

        @Override
        public AttributeValueType attributeValueType() {
            return AttributeValueType.S;
        }
    }
}
