package pix.session;

import java.util.List;
import java.util.Optional;
import pix.ability.Ability;
import pix.ability.Observation;
import pix.ability.Prior;
import pix.integrity.HonestReplay;
import pix.integrity.ResponseTimes;
import pix.session.Result.Flag;

/** One reason for a human to look at a result. Rules stand in one list, {@link #ALL}; none decides anything. */
sealed interface FlagRule {
    List<FlagRule> ALL = List.of(new IncidentReported(), new LeftThePage(), new ManyReports(), new RapidAnswers(),
            new UnexpectedAnswers());

    Optional<Flag> flag(Evidence evidence);

    static List<Flag> flags(Evidence evidence) {
        return ALL.stream().flatMap(rule -> rule.flag(evidence).stream()).toList();
    }

    /** The invigilator reported something about this candidate. */
    record IncidentReported() implements FlagRule {
        @Override
        public Optional<Flag> flag(Evidence evidence) {
            String learnerId = evidence.candidate().learnerId();
            long incidents = evidence.finalisation().incidents().stream().filter(i -> i.concerns(learnerId)).count();
            return incidents > 0 ? Optional.of(new Flag("incident", incidents)) : Optional.empty();
        }
    }

    /** Once or twice is an accident. */
    record LeftThePage() implements FlagRule {
        private static final int LEAST = 3;

        @Override
        public Optional<Flag> flag(Evidence evidence) {
            int losses = evidence.candidate().progress().focusLosses();
            return losses >= LEAST ? Optional.of(new Flag("focus-losses", losses)) : Optional.empty();
        }
    }

    record ManyReports() implements FlagRule {
        private static final int LEAST = 3;

        @Override
        public Optional<Flag> flag(Evidence evidence) {
            int reports = evidence.candidate().sitting().map(s -> s.alerts().size()).orElse(0);
            return reports >= LEAST ? Optional.of(new Flag("problem-reports", reports)) : Optional.empty();
        }
    }

    /** Answers given too fast to have been thought about, see {@link ResponseTimes#rapidGuess}. */
    record RapidAnswers() implements FlagRule {
        /** A share of the answers that honest people hardly reach. */
        private static final double SHARE = .2;
        /** Until answers tell how long each item takes: 105 minutes for 32 questions leave 197 s, people use a third. */
        private static final double MEAN_SECONDS = 60;

        @Override
        public Optional<Flag> flag(Evidence evidence) {
            var times = evidence.times();
            long rapid = times.stream().filter(t -> ResponseTimes.rapidGuess(t.toMillis() / 1000.0, MEAN_SECONDS)).count();
            return !times.isEmpty() && rapid >= SHARE * times.size()
                    ? Optional.of(new Flag("rapid-answers", rapid))
                    : Optional.empty();
        }
    }

    /** Easy questions missed and hard ones solved, as happens to one honest person in a hundred, see {@link HonestReplay}. */
    record UnexpectedAnswers() implements FlagRule {
        private static final double FALSE_ALARMS = .01;

        @Override
        public Optional<Flag> flag(Evidence evidence) {
            List<Observation> answers = evidence.answers();
            if (answers.size() < Scoring.LEAST) return Optional.empty();
            long seed = evidence.turns().getFirst().terms().seed();
            double share = HonestReplay.shareBelow(answers, Ability.ofAll(Prior.standard(), answers), seed);
            return share < FALSE_ALARMS ? Optional.of(new Flag("person-fit", 100 * share)) : Optional.empty();
        }
    }
}
