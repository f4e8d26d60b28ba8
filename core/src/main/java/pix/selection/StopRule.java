package pix.selection;

import java.util.List;
import java.util.Optional;

/** One reason to ask nothing more before looking at what is left to ask. Rules stand in one list, {@link #ALL}. */
sealed interface StopRule {
    /** Every rule, in the order they are asked. */
    List<StopRule> ALL = List.of(new LongEnough(), new SureEnough());

    Optional<StopReason> reason(Step step);

    /** The form allows no more answers. */
    record LongEnough() implements StopRule {
        @Override
        public Optional<StopReason> reason(Step step) {
            return step.length >= step.form.maximum() ? Optional.of(StopReason.MAXIMUM_LENGTH) : Optional.empty();
        }
    }

    /** The levels are as sure as the form wants them. */
    record SureEnough() implements StopRule {
        @Override
        public Optional<StopReason> reason(Step step) {
            boolean sure = step.length >= step.form.minimum()
                    && step.form.target() > 0
                    && step.standardError() <= step.form.target();
            return sure ? Optional.of(StopReason.PRECISION_REACHED) : Optional.empty();
        }
    }
}
