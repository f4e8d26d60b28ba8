package pix.functions.registration;

import java.util.Optional;
import pix.learner.ChangeSecondFactor;

/** {@code DELETE /me/second-factor}. */
public final class RemoveSecondFactorHandler extends SecondFactorCodeHandler {

    public RemoveSecondFactorHandler() {
        this(Wiring.changeSecondFactor());
    }

    RemoveSecondFactorHandler(Optional<ChangeSecondFactor> change) {
        super(change, ChangeSecondFactor::remove);
    }
}
