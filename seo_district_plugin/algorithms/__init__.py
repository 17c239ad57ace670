"""The Processing algorithms, one file each, in a folder per toolbox group."""

from .data.districtgrid import DistrictGrid
from .data.zonefeatures import ZoneFeatures
from .siting.suitabilityscore import SuitabilityScore

ALGORITHMS = (DistrictGrid, ZoneFeatures, SuitabilityScore)
