package org.initweights.processor.ksp;

import com.google.devtools.ksp.processing.KSPLogger;
import com.google.devtools.ksp.processing.Resolver;
import com.google.devtools.ksp.processing.SymbolProcessor;
import com.google.devtools.ksp.processing.SymbolProcessorEnvironment;
import com.google.devtools.ksp.processing.SymbolProcessorProvider;
import com.google.devtools.ksp.symbol.KSAnnotated;
import com.google.devtools.ksp.symbol.KSPropertyDeclaration;
import java.util.Iterator;
import java.util.List;

/** A processor that lists each property with a shape, its type and its modifiers, where it is declared. */
public final class ListingProvider implements SymbolProcessorProvider {

    @Override
    public SymbolProcessor create(SymbolProcessorEnvironment environment) {
        return new Listing(environment.getLogger());
    }

    private record Listing(KSPLogger logger) implements SymbolProcessor {

        @Override
        public List<KSAnnotated> process(Resolver resolver) {
            Iterator<KSAnnotated> symbols = resolver.getSymbolsWithAnnotation("org.initweights.annotation.Shape", false)
                    .iterator();
            while (symbols.hasNext()) {
                if (symbols.next() instanceof KSPropertyDeclaration property) {
                    logger.warn(
                            property.getSimpleName().asString() + ": " + property.getType() + " "
                                    + property.getModifiers(),
                            property);
                }
            }
            return List.of();
        }

        @Override
        public void finish() {}

        @Override
        public void onError() {}
    }
}
