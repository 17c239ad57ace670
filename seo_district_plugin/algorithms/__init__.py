"""The Processing algorithms, one file each, in a folder per toolbox group."""

from .data.allocatepopulation import AllocatePopulation
from .data.checkdata import CheckData
from .data.districtgrid import DistrictGrid
from .data.importpublicdata import ImportPublicData
from .data.locateaddresses import LocateAddresses
from .data.sampledistrict import SampleDistrict
from .data.zonefeatures import ZoneFeatures
from .hazard.predictsusceptibility import PredictSusceptibility
from .hazard.trainsusceptibility import TrainSusceptibility
from .siting.suitabilityscore import SuitabilityScore

ALGORITHMS = (
    AllocatePopulation,
    CheckData,
    DistrictGrid,
    ImportPublicData,
    LocateAddresses,
    PredictSusceptibility,
    TrainSusceptibility,
    SampleDistrict,
    ZoneFeatures,
    SuitabilityScore,
)
