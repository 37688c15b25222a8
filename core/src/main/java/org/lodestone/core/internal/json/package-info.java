/**
 * JSON as a person writes it: read strictly, every value with its line ({@link org.lodestone.core.internal.json.JsonPlace}), and printed as
 * one would type it ({@link org.lodestone.core.internal.json.JsonText}).
 */
@NullMarked
package org.lodestone.core.internal.json;

import org.jspecify.annotations.NullMarked;
