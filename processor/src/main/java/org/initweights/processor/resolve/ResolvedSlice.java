package org.initweights.processor.resolve;

import java.util.Optional;
import org.initweights.InitializationException;
import org.initweights.processor.model.SliceSpec;

/**
 * A slice of a parameter with what their initializer does.
 *
 * @param refusal why there is no such slice, or the initializer does not fit them, if that is certain
 */
public record ResolvedSlice(
        SliceSpec spec, ResolvedInitializer initializer, Optional<InitializationException> refusal) {}
