package readme.derived;

import org.initweights.Layer;
import org.initweights.SingularSide;
import org.initweights.annotation.*;
import org.initweights.recipe.SpectralVector;
import org.initweights.recipe.WeightNormGain;

// snippet of runtime/docs/guide/ties.md
