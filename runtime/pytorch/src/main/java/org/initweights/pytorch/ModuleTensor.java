package org.initweights.pytorch;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.initweights.Initializer;

/**
 * A parameter or a buffer of a module.
 *
 * @param name its name in the {@code state_dict}
 * @param tensor a handle of its own, which stays valid when the module is gone
 * @param initializer how it starts, if its module's class says so
 */
record ModuleTensor(String name, Tensor tensor, Optional<Initializer> initializer, Role role) {

    enum Role {
        PARAMETER,
        BUFFER
    }

    /** Whether it is a buffer that counts or masks: it has no float type, so there is nothing to initialise. */
    boolean isLeftOut() {
        return role == Role.BUFFER && ElementType.find(tensor).isEmpty();
    }
}
