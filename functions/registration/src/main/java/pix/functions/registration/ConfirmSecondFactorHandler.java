package pix.functions.registration;

import java.util.Optional;
import pix.learner.ChangeSecondFactor;

/** {@code POST /me/second-factor/confirmation}: the app shows the code, from now on every sign-in asks for it. */
public final class ConfirmSecondFactorHandler extends SecondFactorCodeHandler {

    public ConfirmSecondFactorHandler() {
        this(Wiring.changeSecondFactor());
    }

    ConfirmSecondFactorHandler(Optional<ChangeSecondFactor> change) {
        super(change, ChangeSecondFactor::confirm);
    }
}
