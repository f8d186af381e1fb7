package bad;

import org.initweights.annotation.InitWeights;

@InitWeights
// error at `interface NoClass {}`: NoClass: an annotation can be no model; only classes, records, enums and interfaces can [ModelKind]
@interface NoClass {}
