package org.initweights.processor.resolve;

import java.util.Optional;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.processor.model.InitializerSpec;

/**
 * What an initializer does to a parameter, or to some of its rows.
 *
 * @param fill what will be written, if it is known while the model compiles
 * @param refusal why the initializer does not fit the shape, if that is certain
 * @param explanation what the initializer does, and where its numbers come from
 */
public record ResolvedInitializer(
        InitializerSpec spec, Optional<Fill> fill, Optional<InitializationException> refusal, String explanation) {}
