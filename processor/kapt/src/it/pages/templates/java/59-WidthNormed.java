package readme.widths;

import org.initweights.annotation.Orthogonal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Table;
import org.initweights.recipe.MupEmbedding;
import org.initweights.recipe.MupHidden;
import org.initweights.recipe.MupInput;
import org.initweights.recipe.MupVector;
import org.initweights.recipe.S4dReal;
import org.initweights.recipe.WeightNormGain;

// snippet of runtime/docs/guide/widths.md
