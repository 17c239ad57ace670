"""The Processing algorithms, one file each, in a folder per toolbox group."""

from .data.allocatepopulation import AllocatePopulation
from .data.checkdata import CheckData
from .data.districtgrid import DistrictGrid
from .data.importpublicdata import ImportPublicData
from .data.locateaddresses import LocateAddresses
from .data.mergeregisters import MergeRegisters
from .data.sampledistrict import SampleDistrict
from .data.zonefeatures import ZoneFeatures
from .hazard.predictsusceptibility import PredictSusceptibility
from .hazard.trainsusceptibility import TrainSusceptibility
from .pedestrian.flowhotspots import FlowHotSpots
from .pedestrian.streetcentrality import StreetCentrality
from .siting.carecentersites import CareCenterSites
from .siting.facilitylocation import FacilityLocation
from .siting.serviceaccess import ServiceAccess
from .siting.suitabilityscore import SuitabilityScore

ALGORITHMS = (
    AllocatePopulation,
    CheckData,
    DistrictGrid,
    FlowHotSpots,
    ImportPublicData,
    LocateAddresses,
    MergeRegisters,
    PredictSusceptibility,
    TrainSusceptibility,
    SampleDistrict,
    ZoneFeatures,
    StreetCentrality,
    FacilityLocation,
    ServiceAccess,
    SuitabilityScore,
    CareCenterSites,
)
