"""The populated places of the world, as GeoNames has them, built once at release time and looked up lazily."""
